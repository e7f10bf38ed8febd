"""What people enter about the money of a case: what moves a balance and stands in no extract of the state."""
