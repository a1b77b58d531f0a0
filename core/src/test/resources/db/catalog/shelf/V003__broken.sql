create table shelf_half (a {text}) {strict}; create table shelf_half (a {text}) {strict};
