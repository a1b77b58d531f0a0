-- Only a language that somebody chose. Until now the column held whatever a terminal or somebody else's browser spoke
-- as well, and nobody can tell these apart: whoever never chooses is answered in the language of the browser.
alter table access_user drop column language;
alter table access_user add column language {text};
