"""How well and how cheaply visitors find things: our search beside Pagefind and Material's own."""
