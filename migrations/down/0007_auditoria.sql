DROP TABLE `auditoria_detalles`;
DROP TABLE `auditoria`;
