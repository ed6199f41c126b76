// Imported first: the tool reads it as it loads. Its lines, and a line per request, would be most of what is printed.
process.env.WRANGLER_LOG = "none";
process.env.WRANGLER_SEND_METRICS = "false";
