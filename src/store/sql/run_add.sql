INSERT INTO run (course, meeting) VALUES (:course, :meeting)
