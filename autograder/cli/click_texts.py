"""What click says of itself, as messages, so that translators get it: of click 8.1.3 to 8.5.1. Loaded for other languages than English.

``compat`` finds them by click's own wording, with ``{name}`` in the place of ``{name!r}``. ``tests/cli/test_compat.py`` compares them with
the click that is installed.
"""

from __future__ import annotations

from autograder.core.languages.messages import Message, message, plural

_SAID = (
    # of what was typed
    message("No such option {name}."), message("No such option: {name}"), message("No such command {name}."), message("Missing command."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2),
    plural("Option {name} requires an argument.", "Option {name} requires {nargs} arguments.", 2),
    message("Option {name} does not take a value."), message("Argument {name} takes {nargs} values."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 2),
    message("Missing argument"), message("Missing option"), message("Missing parameter"), message("Missing {param_type}"), message("Missing parameter: {param_name}"),
    message("Invalid value: {message}"), message("Invalid value for {param_hint}: {message}"), message("Value must be an iterable."),
    plural("Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given.", 2),
    plural("{len_type} values are required, but {len_value} was given.", "{len_type} values are required, but {len_value} were given.", 2),
    plural("{value} is not {choice}.", "{value} is not one of {choices}.", 2), message("Choose from:\n\t{choices}"), message("Choice({choices})"),
    message("{value} is not a valid {number_type}."), message("{value} is not in the range {range}."),
    message("{value} is not a valid boolean."), message("{value} is not a valid boolean. Recognized values: {states}"), message("{value} is not a valid UUID."),
    plural("{value} does not match the format {format}.", "{value} does not match the formats {formats}.", 2),
    message("{name} {filename} does not exist."), message("{name} {filename} is a file."), message("{name} {filename} is a directory."),
    message("{name} '{filename}' is a directory."), message("{name} {filename} is not readable."), message("{name} {filename} is not writable."),
    message("{name} {filename} is not executable."), message("Could not open file {filename}: {message}"), message("unknown error"),
    message("Unknown standard stream '{name}'"), message("Unknown color {colour}"), message("Windows error: {error}"),
    message("DeprecationWarning: The command {name} is deprecated."), message("DeprecationWarning: The command {name} is deprecated.{extra_message}"),
    message("DeprecationWarning: The {param_type} {name} is deprecated.{extra_message}"),
    # of help
    message("Usage:"), message("Options"), message("Commands"), message("Positional arguments"), message("Error: {message}"), message("Try '{command} {option}' for help."),
    message("env var: {var}"), message("default: {default}"), message("required"), message("(dynamic)"), message("deprecated"), message("(Deprecated) {text}"),
    message("%(prog)s, version %(version)s"),
    # of questions and progress
    message("Aborted!"), message("Do you want to continue?"), message("Repeat for confirmation"), message("Press any key to continue..."), message("Error: invalid input"),
    message("Error: The two entered values do not match."), message("Error: The value you entered was invalid."),
    message("{editor}: Editing failed"), message("{editor}: Editing failed: {e}"), message("d"),
    message("Couldn't detect Bash version, shell completion is not supported."), message("Shell completion is not supported for Bash versions older than 4.4."),
    # of how a command is written
    message("Could not determine name for option with declarations {decls}"), message("Arguments take exactly one parameter declaration, got {length}: {decls}."),
    message("No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to pass '--{name}'?"),
    message("Name '{name}' defined twice"), message("Boolean option {decl} cannot use the same flag for true/false."), message("Invalid start character for option ({option})"),
)  # fmt: skip
_HELP = (message("Show this message and exit."), message("Show the version and exit."), message("Confirm the action without prompting."))
_WORDS = (
    message("argument"), message("option"), message("parameter"), message("integer"), message("float"), message("integer range"), message("float range"),
    message("file"), message("directory"), message("path"), message("File"), message("Directory"), message("Path"),
)  # fmt: skip

TEXTS: dict[str, Message] = {one.template: one for one in _SAID}  # by what click says of one
PUT_IN = {one.template: one for one in _WORDS}  # that click puts into its sentences
KEPT = {one.template for one in (*_HELP, *_WORDS)}  # click makes these once, for whoever reads them later: translated where they are shown
