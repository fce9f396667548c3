"""The facilitator's guide, set by us and by WeasyPrint: what it costs, and what a thousand take."""
