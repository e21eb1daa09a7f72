public import Compliance

/// A check file that waits to be filled in: it can be loaded, and breaks the laws of checks until somebody filled it in.
public struct CheckSkeleton {
    private let id: CheckID
    private let table: TableSchema

    /// The skeleton of a check on the rows of a table.
    public init(_ id: CheckID, subject: Table) {
        self.id = id
        table = EvidenceSchema.schema(of: subject)
    }

    /// The file.
    public var yaml: String {
        let name = table.table.rawValue
        return """
            # yaml-language-server: $schema=../../schema/\(FileSchema.check.fileName)
            # Every row of the table `\(name)` that `when` chooses has to fulfil `assert`.
            # Fill in what says TODO, then run: surety check test \(id)
            #
            # A row of `\(name)` is \(table.summary). Its columns:
            \(columns)
            title: TODO A sentence that is true of a good agent, at most 75 characters
            method: test          # test: by evidence; examine, interview: by what people state
            severity: medium      # critical, high, medium, low or info: what a reviewer would defend
            subject: \(name)
            # products: [Claude Code]     only agents of these products; left out, the check is about all

            # SQL conditions on the columns above: comparisons, AND, OR, NOT, IN, LIKE, IS NULL, CASE, lower, upper, length,
            # coalesce, abs, and EXISTS (SELECT 1 FROM other_table WHERE other_table.agent = \(name).agent AND …).
            # NULL means not known and gives the verdict undetermined. Say an absence over rows, not with NOT EXISTS.
            # when: \(table.ownColumns.first?.name ?? "agent") <> 'TODO'     which rows are judged; left out, all
            assert: 1 = 0         # TODO what holds of a good row
            message: 'TODO what is wrong, with the facts in it: {\(table.ownColumns.first?.name ?? "agent")}'

            # What the check shows of which framework items. subset-of: a needed part, whose failure fails the item;
            # intersects-with: related evidence. `surety catalog show owasp-asi-2026` lists items.
            controls:
              - control: owasp-asi-2026/asi02.m1
                relationship: intersects-with
                because: TODO one sentence

            rationale: >-
              TODO Why it matters, in two or three sentences.
            remediation: |-
              TODO What to do, in sentences with `code` in backticks. A block can be pasted:
              ```json
              "key": "value"
              ```
            references:
              - https://TODO.example/documentation

            # The tests of the check. What is not given is not known; required columns have defaults.
            examples:
              - name: TODO a good agent
                given:
                  \(name): [{}]
                expect: satisfied
              - name: TODO a bad agent
                given:
                  \(name): [{}]
                expect: not-satisfied
              - name: TODO a value that is not known
                given:
                  \(name): [{}]
                expect: undetermined

            """
    }

    private var columns: String {
        table.ownColumns.map { column in
            let kind = column.vocabulary.isEmpty ? column.kind.rawValue : column.vocabulary.joined(separator: ", ")
            return "#   \(column.name): \(kind)\(column.isRequired ? "" : ", or not known")"
        }.joined(separator: "\n")
    }
}
