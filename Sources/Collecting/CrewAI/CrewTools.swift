/// What the tools of the package `crewai_tools` do, as far as their documentation says it.
///
/// <https://docs.crewai.com/en/tools/overview>
enum CrewTools {
    private static let effects: [String: String] = [
        "CodeInterpreterTool": "execute", "FileWriterTool": "write", "FileReadTool": "read",
        "DirectoryReadTool": "read",
        "ScrapeWebsiteTool": "network", "SerperDevTool": "network", "WebsiteSearchTool": "network",
        "ScrapeElementFromWebsiteTool": "network", "SeleniumScrapingTool": "network", "BrowserbaseLoadTool": "network",
        "EXASearchTool": "network", "FirecrawlScrapeWebsiteTool": "network", "FirecrawlSearchTool": "network",
        "GithubSearchTool": "network", "YoutubeVideoSearchTool": "network", "NL2SQLTool": "execute",
        "TXTSearchTool": "read", "PDFSearchTool": "read", "CSVSearchTool": "read", "JSONSearchTool": "read",
        "DirectorySearchTool": "read", "StagehandTool": "execute", "DallETool": "network", "VisionTool": "network",
    ]

    /// The strongest effect of a tool by its class; nil when the name does not tell.
    static func effect(_ name: String) -> String? { effects[name] ?? ToolName.effect(name) }
}
