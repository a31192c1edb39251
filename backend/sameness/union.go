package sameness

// union is a set of disjoint sets.
type union struct{ parent []int32 }

func newUnion(n int) *union {
	u := &union{parent: make([]int32, n)}
	for i := range u.parent {
		u.parent[i] = int32(i)
	}
	return u
}

func (u *union) root(i int32) int32 {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *union) join(a, b int32) {
	a, b = u.root(a), u.root(b)
	u.parent[max(a, b)] = min(a, b)
}

// groups lists the sets of two or more, in order.
func (u *union) groups() [][]int32 {
	byRoot := map[int32][]int32{}
	for i := range u.parent {
		root := u.root(int32(i))
		byRoot[root] = append(byRoot[root], int32(i))
	}
	var all [][]int32
	for i := range u.parent {
		if g := byRoot[int32(i)]; len(g) > 1 {
			all = append(all, g)
		}
	}
	return all
}
