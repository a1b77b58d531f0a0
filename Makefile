# Everything here is Maven, npm or the start script; this is only a list of what to type.
.DEFAULT_GOAL := help
MVN = mvn -B
JAVA = $(shell ./gongbi java)

help: ## these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dev: ## the demo shop at :8080, and the front end with reload at :5173
	@trap 'kill 0' INT TERM EXIT; ./gongbi demo & npm --prefix web run dev & wait

test: ## unit tests of the Java modules, without the front end
	$(MVN) -Dskip.web -pl sample,core,server -am test

check: ## everything that CI runs: format, static checks, all tests, browser
	$(MVN) verify

format: ## formats Java and the front end
	$(MVN) -q -N validate -Dformat.mode=write -Dformat.phase=validate
	npm --prefix web run format

bench: ## measures, beside hand-written SQL that does the same
	$(MVN) -q -DskipTests -Dskip.web -pl bench -am package
	$(JAVA) --enable-native-access=ALL-UNNAMED -jar bench/target/bench.jar

docs: ## writes what the documentation takes from the code: openapi.json
	$(MVN) -q -Dskip.web -pl server -am test -Dtest=OpenApiTest -Dopenapi.write \
	  -Dsurefire.failIfNoSpecifiedTests=false

.PHONY: help dev test check format bench docs
