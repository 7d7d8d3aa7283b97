INSERT INTO course_step (course, meeting, place, standard, exercise, title, instruction, minutes, leader, at, skipped)
VALUES (:course, :meeting, :place, :standard, :exercise, :title, :instruction, :minutes, :leader, :at, :skipped)
