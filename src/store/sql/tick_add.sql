INSERT INTO tick (course, document, task, at) VALUES (:course, :document, :task, :at) ON CONFLICT DO NOTHING
