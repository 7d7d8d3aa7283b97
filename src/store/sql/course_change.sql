UPDATE course
SET title = :title, municipality = :municipality, place = :place, starts = :starts, leader_one = :leader_one,
    leader_two = :leader_two, participants = :participants
WHERE id = :course
