-- Full-text search over what a vecino wrote. Contentless: the text stays in reclamos alone, this holds the words.
-- D1 cannot export a database with a virtual table: the backup drops and rebuilds it (docs/deploy.md).
CREATE VIRTUAL TABLE reclamos_fts USING fts5(
  titulo,
  descripcion,
  direccion,
  content='',
  contentless_delete=1,
  tokenize="unicode61 remove_diacritics 2",
  prefix='3'
);
