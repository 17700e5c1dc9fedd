SELECT * FROM invoices;
