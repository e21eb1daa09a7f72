import Documents
import Testing

@Suite struct WalkTests {
    @Test func everyValueIsVisitedInOrderWithItsPointer() throws {
        var pointers: [String] = []
        let text = "{\"a/b\": {\"m~n\": [1, {\"\": 2}]}, \"c\": null}"
        try Document(Array(text.utf8), as: .json).root.walk { pointer, _ in pointers.append(pointer) }
        #expect(pointers == ["", "/a~1b", "/a~1b/m~0n", "/a~1b/m~0n/0", "/a~1b/m~0n/1", "/a~1b/m~0n/1/", "/c"])
    }

    @Test(arguments: [(["a", "b"], 2, 6), (["a", "x"], 2, 3), (["x"], 1, 1), (["a", "b", "x"], 2, 6), ([], 1, 1)])
    func anAbsentKeyIsCitedAtItsDeepestAncestor(path: [String], line: Int, column: Int) throws {
        let root = try Document(Array("a:\n  b: 1\n".utf8), as: .yaml).root
        #expect(root.position(of: path) == place(line, column))
    }
}
