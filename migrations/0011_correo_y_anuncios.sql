CREATE TABLE `anuncios` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`titulo` text NOT NULL,
	`texto` text NOT NULL,
	`rol` text,
	`zona_id` integer,
	`publico` integer NOT NULL,
	`publicar_en` integer NOT NULL,
	`vence_en` integer,
	`estado` text NOT NULL,
	`usuario_id` integer NOT NULL,
	`evento_id` integer,
	`destinatarios` integer,
	`terminado_en` integer,
	`creado_en` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`clave` text,
	`huella` text,
	FOREIGN KEY (`zona_id`) REFERENCES `zonas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`usuario_id`) REFERENCES `usuarios`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evento_id`) REFERENCES `eventos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `anuncios_evento` ON `anuncios` (`evento_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `anuncios_clave` ON `anuncios` (`usuario_id`,`clave`) WHERE clave IS NOT NULL;--> statement-breakpoint
CREATE INDEX `anuncios_vivos` ON `anuncios` (`publicar_en`) WHERE estado <> 'terminado';--> statement-breakpoint
CREATE TABLE `multitud_partes` (
	`evento_id` integer NOT NULL,
	`parte` integer NOT NULL,
	`usuario_ids` text NOT NULL,
	`encolado_en` integer,
	`hecho_en` integer,
	PRIMARY KEY(`evento_id`, `parte`),
	FOREIGN KEY (`evento_id`) REFERENCES `eventos`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `multitud_partes_pendientes` ON `multitud_partes` (`encolado_en`) WHERE hecho_en IS NULL;--> statement-breakpoint
CREATE TABLE `bajas` (
	`persona_id` integer NOT NULL,
	`tipo` text NOT NULL,
	`en` integer NOT NULL,
	PRIMARY KEY(`persona_id`, `tipo`),
	FOREIGN KEY (`persona_id`) REFERENCES `personas`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `novedades_correo` (
	`huella` text PRIMARY KEY NOT NULL,
	`en` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `novedades_correo_en` ON `novedades_correo` (`en`);--> statement-breakpoint
ALTER TABLE `correos` ADD `no_antes` integer;--> statement-breakpoint
ALTER TABLE `correos` ADD `agrupado_en` integer;--> statement-breakpoint
ALTER TABLE `correos` ADD `clave` text;--> statement-breakpoint
CREATE UNIQUE INDEX `correos_clave` ON `correos` (`clave`) WHERE clave IS NOT NULL;--> statement-breakpoint
CREATE INDEX `correos_agrupados` ON `correos` (`agrupado_en`) WHERE agrupado_en IS NOT NULL;--> statement-breakpoint
ALTER TABLE `supresiones` ADD `tipo` text DEFAULT 'rebote' NOT NULL;--> statement-breakpoint
-- What was announced before there was a table of it: its evento's text is the title, an empty line, and the text.
INSERT INTO anuncios (titulo, texto, rol, zona_id, publico, publicar_en, estado, usuario_id, evento_id, creado_en)
SELECT substr(t.texto, 1, instr(t.texto, char(10) || char(10)) - 1), substr(t.texto, instr(t.texto, char(10) || char(10)) + 2),
  e.datos ->> 'rol', e.datos ->> 'zona_id', e.datos ->> 'rol' IS NULL AND e.datos ->> 'zona_id' IS NULL,
  e.en, 'enviado', e.usuario_id, e.id, e.en
FROM eventos e JOIN textos t ON t.evento_id = e.id
WHERE e.reclamo_id IS NULL AND e.tipo = 'anuncio' AND e.usuario_id IS NOT NULL
  AND instr(t.texto, char(10) || char(10)) > 0;
