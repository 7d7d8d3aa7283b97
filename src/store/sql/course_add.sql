INSERT INTO course (title, municipality, place, starts, leader_one, leader_two, participants)
VALUES (:title, :municipality, :place, :starts, :leader_one, :leader_two, :participants)
