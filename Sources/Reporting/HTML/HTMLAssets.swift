/// The style sheet and the script of the page; neither holds `<` nor `&`, so that the page is well-formed XML too.
enum HTMLAssets {
    /// All style.
    static let style = [HTMLStyle.base, HTMLStyle.tables, HTMLStyle.parts, HTMLStyle.print].joined()
    /// All script.
    static let script = HTMLScript.text
}
