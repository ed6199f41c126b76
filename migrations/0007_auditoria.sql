CREATE TABLE `auditoria` (
	`id` integer PRIMARY KEY NOT NULL,
	`en` integer NOT NULL,
	`accion` text NOT NULL,
	`usuario_id` integer,
	`objeto` text,
	`objeto_id` integer,
	`cambios` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `auditoria_en` ON `auditoria` (`en`);--> statement-breakpoint
CREATE INDEX `auditoria_accion` ON `auditoria` (`accion`);--> statement-breakpoint
CREATE INDEX `auditoria_usuario` ON `auditoria` (`usuario_id`) WHERE usuario_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `auditoria_objeto` ON `auditoria` (`objeto`,`objeto_id`) WHERE objeto_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `auditoria_detalles` (
	`auditoria_id` integer PRIMARY KEY NOT NULL,
	`direccion` text,
	`textos` text,
	FOREIGN KEY (`auditoria_id`) REFERENCES `auditoria`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Append-only. OR REPLACE deletes without firing a DELETE trigger, hence the third of each.
CREATE TRIGGER auditoria_sin_cambios BEFORE UPDATE ON auditoria
BEGIN
  SELECT RAISE(ABORT, 'auditoria: solo se agrega');
END;
--> statement-breakpoint
CREATE TRIGGER auditoria_sin_borrar BEFORE DELETE ON auditoria
BEGIN
  SELECT RAISE(ABORT, 'auditoria: solo se agrega');
END;
--> statement-breakpoint
CREATE TRIGGER auditoria_sin_reemplazar BEFORE INSERT ON auditoria
WHEN EXISTS (SELECT 1 FROM auditoria WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'auditoria: solo se agrega');
END;
--> statement-breakpoint
-- A detail may be erased, and its address emptied; it never says anything else.
CREATE TRIGGER auditoria_detalles_solo_vaciar BEFORE UPDATE ON auditoria_detalles
WHEN NEW.direccion IS NOT NULL OR NEW.textos IS NOT OLD.textos OR NEW.auditoria_id <> OLD.auditoria_id
BEGIN
  SELECT RAISE(ABORT, 'auditoria_detalles: solo se borra');
END;
--> statement-breakpoint
CREATE TRIGGER auditoria_detalles_sin_reemplazar BEFORE INSERT ON auditoria_detalles
WHEN EXISTS (SELECT 1 FROM auditoria_detalles WHERE auditoria_id = NEW.auditoria_id)
BEGIN
  SELECT RAISE(ABORT, 'auditoria_detalles: solo se borra');
END;
