DROP INDEX `auditoria_objeto`;--> statement-breakpoint
CREATE INDEX `auditoria_objeto` ON `auditoria` (`objeto`,`objeto_id`,`usuario_id`,`en`) WHERE objeto_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `municipio` ADD `meses_personales` integer DEFAULT 24 NOT NULL;