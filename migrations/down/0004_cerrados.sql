DROP INDEX `reclamos_cerrado`;
