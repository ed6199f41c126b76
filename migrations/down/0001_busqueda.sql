DROP TABLE reclamos_fts;
