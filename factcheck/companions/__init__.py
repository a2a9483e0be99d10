"""What an article was written from: which figure of a companion document a figure of the article repeats."""
