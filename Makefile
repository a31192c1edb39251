TOOLS := .cache/bin

# The build tools: each pinned in its own module under build/tools, built once.
tools: $(addprefix $(TOOLS)/,sqlc gotestsum golangci-lint)

# CGO_ENABLED=0: sqlc would otherwise compile PostgreSQL's parser, which SQLite does not need.
$(TOOLS)/%: build/tools/%/go.mod build/tools/%/go.sum
	cd build/tools/$* && CGO_ENABLED=0 go build -o $(CURDIR)/$@ tool
