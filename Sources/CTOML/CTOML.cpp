#define TOML_EXCEPTIONS 0
// Hostile input must end in a parse error, never in an abort.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include "CTOML.h"
#include <sstream>
#include <toml++/toml.h>

namespace {

struct Walk {
  ctoml_visitor visit;
  void *context;

  void send(ctoml_kind kind, const toml::source_region &source, const char *text = nullptr, size_t length = 0,
            int64_t integer = 0, double real = 0) const {
    ctoml_event event{kind, source.begin.line, source.begin.column, text, length, integer, real};
    visit(&event, context);
  }

  void table(const toml::table &table) const {
    send(CTOML_TABLE_START, table.source());
    for (auto &&[key, value] : table) {
      send(CTOML_KEY, key.source(), key.str().data(), key.str().size());
      node(value);
    }
    send(CTOML_TABLE_END, table.source());
  }

  void node(const toml::node &node) const {
    const auto &source = node.source();
    if (auto *inner = node.as_table()) {
      table(*inner);
    } else if (auto *array = node.as_array()) {
      send(CTOML_ARRAY_START, source);
      for (auto &&element : *array) this->node(element);
      send(CTOML_ARRAY_END, source);
    } else if (auto *text = node.as_string()) {
      send(CTOML_STRING, source, text->get().data(), text->get().size());
    } else if (auto *integer = node.as_integer()) {
      send(CTOML_INTEGER, source, nullptr, 0, integer->get());
    } else if (auto *real = node.as_floating_point()) {
      send(CTOML_REAL, source, nullptr, 0, 0, real->get());
    } else if (auto *boolean = node.as_boolean()) {
      send(CTOML_BOOLEAN, source, nullptr, 0, boolean->get() ? 1 : 0);
    } else {
      std::ostringstream written;
      if (auto *date = node.as_date()) written << date->get();
      if (auto *time = node.as_time()) written << time->get();
      if (auto *both = node.as_date_time()) written << both->get();
      const std::string text = written.str();
      send(CTOML_STRING, source, text.data(), text.size());
    }
  }
};

}  // namespace

int ctoml_parse(const char *text, size_t length, ctoml_visitor visit, ctoml_failure fail, void *context) {
  auto result = toml::parse(std::string_view(text, length));
  if (!result) {
    const auto &error = result.error();
    const auto message = error.description();
    fail(message.data(), message.size(), error.source().begin.line, error.source().begin.column, context);
    return 0;
  }
  Walk{visit, context}.table(result.table());
  return 1;
}
