INSERT INTO setting (key, value) VALUES (:key, :value)
ON CONFLICT DO UPDATE SET value = excluded.value
