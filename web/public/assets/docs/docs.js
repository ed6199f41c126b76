// Shows /api/openapi.json in the page at /api/docs.
window.SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true });
