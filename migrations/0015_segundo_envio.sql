ALTER TABLE `correos` ADD `segunda_en` integer;--> statement-breakpoint
CREATE INDEX `correos_otra_vez` ON `correos` (`reclamado_hasta`) WHERE estado = 'incierto' AND reclamado_hasta IS NOT NULL;