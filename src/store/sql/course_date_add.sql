INSERT INTO course_date (course, meeting, date) VALUES (:course, :meeting, :date)
