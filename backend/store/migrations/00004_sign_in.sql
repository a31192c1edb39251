-- +goose Up
-- How a Shopify shop is signed in to, '' for other shops, and the app that does. Its secrets are in the vault.
ALTER TABLE shops ADD COLUMN sign_in TEXT NOT NULL DEFAULT ''
  CHECK (sign_in IN ('', 'token', 'client_credentials', 'authorization_code'));
ALTER TABLE shops ADD COLUMN client_id TEXT NOT NULL DEFAULT '';
UPDATE shops SET sign_in = 'token' WHERE kind = 'shopify';

-- +goose Down
SELECT 'migrations go forward only';
