import Testing

@testable import Reporting

@Suite("YAML scalars") struct YAMLTextTests {
    @Test(arguments: [
        ("plain words, here", "plain words, here"), ("", "\"\""), ("1.0", "\"1.0\""), ("no", "\"no\""),
        ("Null", "\"Null\""), ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a:", "\"a:\""), ("- a", "\"- a\""),
        ("https://a.example", "https://a.example"), ("say \"x\" \\", "say \"x\" \\"), ("\"x\"", "\"\\\"x\\\"\""),
        ("é", "\"é\""), ("a\u{202E}b", "\"a\\U0000202eb\""), ("a\tb", "\"a\\tb\""), ("a ", "\"a \""),
        ("\u{1F600}\u{0}", "\"\u{1F600}\\U00000000\""),
    ])
    func oneLine(text: String, scalar: String) { #expect(YAMLText.scalar(text, depth: 1) == scalar) }

    @Test(arguments: [
        ("a\nb", "|-\n  a\n  b"), ("a\n\nb: #", "|-\n  a\n\n  b: #"), (" a\nb", "\" a\\nb\""), ("a\n", "\"a\\n\""),
        ("a \nb", "\"a \\nb\""), ("a\r\nb", "\"a\\r\\nb\""), ("a\n\u{7}", "\"a\\n\\U00000007\""),
    ])
    func severalLines(text: String, scalar: String) { #expect(YAMLText.scalar(text, depth: 1) == scalar) }
}
