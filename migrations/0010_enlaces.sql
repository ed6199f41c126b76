CREATE TABLE `enlaces` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`huella` text NOT NULL,
	`semilla` text NOT NULL,
	`que` text NOT NULL,
	`usuario_id` integer,
	`email` text,
	`direccion` text NOT NULL,
	`reporte_id` integer,
	`creado_en` integer NOT NULL,
	`vence_en` integer NOT NULL,
	`usado_en` integer,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enlaces_huella` ON `enlaces` (`huella`);--> statement-breakpoint
CREATE INDEX `enlaces_direccion` ON `enlaces` (`direccion`,`creado_en`);--> statement-breakpoint
CREATE INDEX `enlaces_usuario` ON `enlaces` (`usuario_id`) WHERE usuario_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `enlaces_vence` ON `enlaces` (`vence_en`);--> statement-breakpoint
CREATE TABLE `reportes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`email` text NOT NULL,
	`nombre` text NOT NULL,
	`idioma` text NOT NULL,
	`titulo` text NOT NULL,
	`descripcion` text NOT NULL,
	`categoria_id` integer NOT NULL,
	`direccion` text NOT NULL,
	`lat` real,
	`lng` real,
	`huella` text NOT NULL,
	`creado_en` integer NOT NULL,
	`vence_en` integer NOT NULL,
	FOREIGN KEY (`categoria_id`) REFERENCES `categorias`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reportes_huella` ON `reportes` (`huella`);--> statement-breakpoint
CREATE INDEX `reportes_email` ON `reportes` (`email`);--> statement-breakpoint
CREATE INDEX `reportes_vence` ON `reportes` (`vence_en`);--> statement-breakpoint
CREATE TABLE `reportes_fotos` (
	`clave` text PRIMARY KEY NOT NULL,
	`reporte_id` integer NOT NULL,
	`ancho` integer NOT NULL,
	`alto` integer NOT NULL,
	`bytes` integer NOT NULL,
	FOREIGN KEY (`reporte_id`) REFERENCES `reportes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reportes_fotos_reporte` ON `reportes_fotos` (`reporte_id`);--> statement-breakpoint
ALTER TABLE `correos` ADD `enlace_id` integer;