ALTER TABLE `eventos` ADD `aparcado_en` integer;--> statement-breakpoint
CREATE INDEX `eventos_aparcados` ON `eventos` (`aparcado_en`) WHERE aparcado_en IS NOT NULL;--> statement-breakpoint
CREATE INDEX `correos_fallidos` ON `correos` (`id`) WHERE estado = 'fallido';--> statement-breakpoint
CREATE INDEX `entregas_fallidas` ON `entregas` (`en`) WHERE estado = 'fallido';