SELECT meeting, question, item, hands FROM item_count WHERE course = :course ORDER BY meeting, question, place
