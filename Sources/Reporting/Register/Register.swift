public import Compliance

/// Lists as CSV and JSON: gaps, and the results of queries.
public enum Register {
    /// Gaps as CSV, with the columns of `gaps.csv`.
    public static func csv(_ gaps: [Gap], of assessment: Assessment) -> [UInt8] {
        ByteSink.bytes { sink in
            let csv = CSVText(sink: sink)
            csv.row(CSVWriter.columns)
            for row in rows(gaps, assessment) { csv.row(row) }
        }
    }

    /// Gaps as a JSON array, with the columns of `gaps.csv` as keys.
    public static func json(_ gaps: [Gap], of assessment: Assessment) -> [UInt8] {
        json(columns: CSVWriter.columns, rows: rows(gaps, assessment).map { $0.map { Value.text($0) } })
    }

    private static func rows(_ gaps: [Gap], _ assessment: Assessment) -> some Sequence<[String]> {
        let heads = GroupHeads(assessment)
        return gaps.lazy.map { CSVWriter().fields(of: $0, in: assessment, group: heads.head(of: $0)) }
    }

    /// Rows as CSV; null is an empty field.
    public static func csv(columns: [String], rows: [[Value]]) -> [UInt8] {
        ByteSink.bytes { sink in
            let csv = CSVText(sink: sink)
            csv.row(columns)
            for row in rows { csv.row(row.map { $0 == .null ? "" : $0.description }) }
        }
    }

    /// Rows as a JSON array of objects.
    public static func json(columns: [String], rows: [[Value]]) -> [UInt8] {
        ByteSink.bytes { sink in
            let json = JSONText(sink)
            json.array(rows, block: true) { row in
                json.object {
                    for (column, value) in zip(columns, row) {
                        switch value {
                        case .null: json.member(column, String?.none)
                        case .integer(let integer): json.member(column, integer)
                        case .boolean(let boolean): json.member(column, boolean)
                        default: json.member(column, value.description)
                        }
                    }
                }
            }
            json.finish()
        }
    }
}
