# Every command of the README. Nothing here needs more than make, Maven and a JDK 25; test needs a browser, Prometheus and a PostgreSQL with its programs besides, and gets them.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The shell's JAVA_HOME becomes the JDK 25 found, or one line says what to do.
with_jdk = JAVA_HOME=$$(deploy/tools/find-jdk) || exit 1; export JAVA_HOME;
maven = $(with_jdk) command -v mvn >/dev/null || { echo "Maven is missing: install it (Debian: apt install maven; elsewhere: https://maven.apache.org)." >&2; exit 1; }; mvn -B -ntp
# Quiet but for warnings, and not by -q: that hides the warnings which fail the build. The jar plugin would warn that jars of
# tests are empty, as they are here, and the SBOM's that it does not know every word of CycloneDX's schema.
quietly := -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugins.jar=error -Dorg.slf4j.simpleLogger.log.com.networknt.schema=error
java = $(with_jdk) exec "$$JAVA_HOME/bin/java"

jar := deploy/standalone/target/standalone-0.1.0-SNAPSHOT-exec.jar
bench_jar := deploy/bench/target/bench-0.1.0-SNAPSHOT-exec.jar
chaos_jar := chaos-0.1.0-SNAPSHOT-exec.jar
# Jars are reproducible, their times too: a file of our own remembers when the sources were last built.
built := deploy/standalone/target/.built
sources := $(shell find pom.xml .mvn shared-api/*/pom.xml shared-api/*/src/main consent-*/pom.xml consent-*/src/main deploy/standalone/pom.xml deploy/standalone/src/main deploy/reference 2>/dev/null)

.PHONY: help run demo token secrets reference image-root verifier importer test reproducible bench chaos chaos-kafka kafka mailing format clean

help: ## say what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: $(built) ## start both services with an embedded PostgreSQL; data stays in .ledger
	@$(java) -jar $(jar)

demo: $(built) ## play the reference story, from consent to revocation, on the running ledger
	@$(java) -jar $(jar) demo

token: $(built) ## print an access token; ROLE=writer, auditor or operator, LIMITS="purposes=a,b recipients=c source=d recipient=e"
	@$(java) -jar $(jar) token $(ROLE) $(LIMITS)

secrets: $(built) ## make the keys and passwords of a new installation, as files; INTO=secrets, ORIGIN=consent.example.com/ledger
	@$(java) -jar $(jar) secrets $(or $(INTO),secrets) $(ORIGIN)

reference: $(built) ## load the reference notice and its recipients into the running ledger
	@$(java) -jar $(jar) reference

image-root: ## build what the services' images hold, without a container engine, instead of what was built there before; INTO=target/images
	@$(maven) $(quietly) -pl consent-command,consent-query -am -Dmaven.test.skip=true package
	@rm -rf "$(or $(INTO),target/images)/consent-command" "$(or $(INTO),target/images)/consent-query"
	@deploy/images/build-root consent-command $(or $(INTO),target/images)/consent-command
	@deploy/images/build-root consent-query $(or $(INTO),target/images)/consent-query
	@du -sh $(or $(INTO),target/images)/*

verifier: ## build the program that checks exports, slices and receipts offline
	@$(maven) $(quietly) -pl deploy/verifier -am -Dmaven.test.skip=true package
	@echo deploy/verifier/target/verifier-*-exec.jar

importer: ## build the program that moves a consent table from CSV into the ledger
	@$(maven) $(quietly) -pl deploy/import -am -Dmaven.test.skip=true package
	@echo deploy/import/target/import-*-exec.jar

# Three modules at a time, also on two processors: much of a test is waiting.
test: ## build everything and run every test and check; gets Chromium, Prometheus and PostgreSQL for tests, where there are none
	@CHROMIUM=$$(deploy/tools/chromium) && PROMETHEUS=$$(deploy/tools/prometheus) && POSTGRESQL=$$(deploy/tools/postgresql) || exit 1; export CHROMIUM PROMETHEUS POSTGRESQL; $(maven) -T 3 verify

reproducible: ## build twice in temporary copies and compare every jar; takes about 3 minutes
	@deploy/tools/reproducible

bench: ## measure, beside a plain Axon application and the bare database; takes about 25 minutes (BENCH_SCALE=quick: 5)
	@$(maven) $(quietly) -pl deploy/bench,deploy/bench/baseline -am -Dmaven.test.skip=true package
	@$(java) -jar $(bench_jar)

chaos: ## kill, cut and stall everything under load, and count what is lost; CHAOS_SECONDS (300), CHAOS_SEED
	@$(maven) $(quietly) -pl deploy/chaos -am -Dmaven.test.skip=true package
	@rm -rf deploy/chaos/target/deployed
	@$(with_jdk) "$$JAVA_HOME/bin/java" -Djarmode=tools -jar deploy/chaos/target/$(chaos_jar) extract --destination deploy/chaos/target/deployed
	@$(java) -jar deploy/chaos/target/deployed/$(chaos_jar)

chaos-kafka: ## kill a Kafka broker and whoever relays to it under load, and hold what a consumer got against the ledger; CHAOS_SECONDS (300), CHAOS_SEED
	@$(maven) $(quietly) -pl deploy/chaos,deploy/broker -am -Dmaven.test.skip=true package
	@rm -rf deploy/chaos/target/deployed
	@$(with_jdk) "$$JAVA_HOME/bin/java" -Djarmode=tools -jar deploy/chaos/target/$(chaos_jar) extract --destination deploy/chaos/target/deployed
	@$(java) -cp deploy/chaos/target/deployed/$(chaos_jar) org.consentledger.chaos.relay.RelayChaos

kafka: ## start a Kafka broker (KRaft) to try things on, on this machine alone; KAFKA_PORT (9092); data stays in .ledger/kafka
	@$(maven) $(quietly) -pl deploy/broker process-classes
	@$(java) -cp "deploy/broker/target/classes:$$(cat deploy/broker/target/class-path)" org.consentledger.broker.Broker $(or $(LEDGER_DATA),.ledger)/kafka $(or $(KAFKA_PORT),9092) $(or $(KAFKA_CONTROLLER_PORT),9093)

mailing: ## send letters that stop when their addressee revokes, as an example; PURPOSE=, LIST=file of lines customer,subjectId, KAFKA_PORT (9092)
	@$(maven) $(quietly) -pl deploy/mailing -Dmaven.test.skip=true package
	@$(java) -jar deploy/mailing/target/mailing-0.1.0-SNAPSHOT-exec.jar localhost:$(or $(KAFKA_PORT),9092) consent-ledger $(PURPOSE) $(LIST)

format: ## put the sources into the project's format
	@$(maven) -q spotless:apply

clean: ## remove what was built; .ledger stays
	@rm -rf target consent-*/target shared-api/*/target deploy/*/target deploy/bench/baseline/target

$(built): $(sources)
	@echo "building (first time takes a few minutes)…"
	@mkdir -p $(@D) && touch $@.begun
	@$(maven) $(quietly) -pl deploy/standalone -am -Dmaven.test.skip=true package
	@mv $@.begun $@
