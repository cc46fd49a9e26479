.PHONY: demo test bench

demo:
	python3 start.py demo

test:
	python3 start.py test

bench:
	.venv/bin/python -m tests.bench
