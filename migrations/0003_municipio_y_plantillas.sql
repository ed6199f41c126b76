CREATE TABLE `plantillas_respuesta` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`titulo` text NOT NULL,
	`texto` text NOT NULL,
	`accion` text,
	`actualizado_en` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plantillas_respuesta_titulo` ON `plantillas_respuesta` (`titulo`);--> statement-breakpoint
ALTER TABLE `municipio` ADD `color_principal` text;--> statement-breakpoint
ALTER TABLE `municipio` ADD `color_acento` text;--> statement-breakpoint
ALTER TABLE `municipio` ADD `logo_clave` text;