CREATE INDEX `personas_email` ON `personas` (`email`);--> statement-breakpoint
CREATE INDEX `personas_telefono` ON `personas` (substr(replace(replace(replace(replace(replace(replace(telefono, ' ', ''), '-', ''), '(', ''), ')', ''), '+', ''), '.', ''), -6));
