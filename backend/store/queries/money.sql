-- name: InsertReservation :one
INSERT INTO reservations (holder, shop_id, job_id, position, day, base_url, model, input_tokens, output_tokens, cost_usd,
  price_input, price_cached, price_output, reserved_at)
VALUES (@holder, @shop_id, @job_id, @position, @day, @base_url, @model, @input_tokens, @output_tokens, @cost_usd,
  @price_input, @price_cached, @price_output, @reserved_at)
RETURNING id;

-- name: TakeReservation :one
DELETE FROM reservations WHERE id = @id RETURNING *;

-- A reservation's holder is the process, or the lease's holder (process/number) where work under a lease reserved.

-- name: TakeReservationsOf :many
DELETE FROM reservations WHERE holder = @process OR substr(holder, 1, length(@process) + 1) = @process || '/' RETURNING *;

-- name: ReservationHolders :many
SELECT DISTINCT holder FROM reservations;

-- name: LeasesOfReservations :many
SELECT name, holder FROM leases WHERE holder IN (SELECT holder FROM reservations);

-- name: NewestReservation :one
SELECT reserved_at FROM reservations WHERE holder = @process OR substr(holder, 1, length(@process) + 1) = @process || '/'
ORDER BY reserved_at DESC LIMIT 1;

-- name: ReservedForJob :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations WHERE job_id = @job_id;

-- name: ReservedOn :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations WHERE day = @day;

-- An abandoned reservation was made under a lease that its process has lost: it counts, and nothing waits for it.

-- name: CountAwaitedFor :one
SELECT count(*) FROM reservations WHERE base_url = @base_url AND model = @model
  AND (instr(holder, '/') = 0 OR holder IN (SELECT holder FROM leases));

-- name: AbandonedForJob :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations
WHERE job_id = @job_id AND instr(holder, '/') > 0 AND holder NOT IN (SELECT holder FROM leases);

-- name: AbandonedOn :one
SELECT CAST(coalesce(sum(cost_usd), 0) AS REAL) FROM reservations
WHERE day = @day AND instr(holder, '/') > 0 AND holder NOT IN (SELECT holder FROM leases);

-- name: SpentOn :one
SELECT cost_usd, estimated FROM spend WHERE day = @day;

-- name: SpentOnJob :one
SELECT cost_usd, estimated FROM jobs WHERE id = @id;

-- name: AddToItem :execrows
UPDATE items SET input_tokens = input_tokens + @input_tokens, output_tokens = output_tokens + @output_tokens,
  cached_tokens = cached_tokens + @cached_tokens, cost_usd = cost_usd + @cost_usd,
  priced = min(priced, CAST(@priced AS BOOLEAN)), estimated = estimated + CAST(@estimated AS BOOLEAN)
WHERE job_id = @job_id AND position = @position;

-- name: AddToJob :execrows
UPDATE jobs SET input_tokens = input_tokens + @input_tokens, output_tokens = output_tokens + @output_tokens,
  cached_tokens = cached_tokens + @cached_tokens, cost_usd = cost_usd + @cost_usd, other_usd = other_usd + @other_usd,
  unpriced = unpriced + CAST(@unpriced AS BOOLEAN), estimated = estimated + CAST(@estimated AS BOOLEAN)
WHERE id = @id;

-- name: AddSpend :exec
INSERT INTO spend (day, cost_usd, estimated, other_usd) VALUES (@day, @cost_usd, CAST(@estimated AS BOOLEAN), @other_usd)
ON CONFLICT (day) DO UPDATE SET cost_usd = cost_usd + excluded.cost_usd,
  estimated = estimated + excluded.estimated, other_usd = other_usd + excluded.other_usd;

-- name: Estimate :one
SELECT answers, factor FROM estimates WHERE base_url = @base_url AND model = @model;

-- name: PutEstimate :exec
INSERT INTO estimates (base_url, model, answers, factor) VALUES (@base_url, @model, @answers, @factor)
ON CONFLICT (base_url, model) DO UPDATE SET answers = excluded.answers, factor = excluded.factor;

-- What the newest drafts of a field by a model used, those of the shop first. Drafts that were written again or
-- edited are left out: their tokens are those of several.
-- name: DraftsUsed :one
SELECT count(*) AS drafts, CAST(coalesce(sum(input_tokens), 0) AS INTEGER) AS input_tokens,
  CAST(coalesce(sum(output_tokens), 0) AS INTEGER) AS output_tokens, CAST(coalesce(sum(cached_tokens), 0) AS INTEGER) AS cached_tokens
FROM (SELECT i.input_tokens, i.output_tokens, i.cached_tokens FROM items i
  WHERE i.job_id IN (SELECT n.id FROM (SELECT j.id, CAST(j.shop_id = @shop_id AS INTEGER) AS own FROM jobs j
      WHERE j.field = @field AND j.writer_base_url = @base_url AND j.writer_model = @model AND j.input_tokens > 0) n
    ORDER BY n.own DESC, n.id DESC LIMIT @newest)
  AND i.state IN ('generated', 'failed') AND i.revision <= 1 AND i.input_tokens > 0 AND i.estimated = 0
  LIMIT @n);
