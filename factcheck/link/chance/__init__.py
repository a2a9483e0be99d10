"""Which figures near by give one so closely that chance would hardly do as much."""
