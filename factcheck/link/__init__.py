"""What ties figures to each other, a package a kind of tie: between the article and the checks."""
