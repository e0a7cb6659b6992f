/** What `crosslink --help` prints, in lines of 80 columns. */
export const help = `crosslink: would these XHR and fetch calls link to their distributed traces?

It judges the calls of a recorded session (a HAR file) on three routes:
  today    as page and agent behave in the recording
  cookies  if the calls were made credentialed, so that the RUM cookies go along
  header   if the RUM agent added the x-dtc header
and says for each endpoint: links, breaks, unlinked, cannot or unknown, and why.
Nothing is sent anywhere.

USAGE
  crosslink judge <capture.har>… [options]
      judge HAR files; - reads standard input
  crosslink compare <before> <after> [options]
      what changed between two HARs or JSON reports

EXAMPLES
  crosslink judge shop.har
      a table for people
  crosslink judge shop.har --regex 'api\\.(shop|partner)\\.test' --engine firefox
      try a pattern before it is deployed, by Firefox's rules
  crosslink judge *.har --fail-on breaks --format junit --out crosslink.xml
      in CI: exit 1 when the header route would break a call that works today
  crosslink judge shop.har --host api.partner.test --format html --out api.html
      the page for those who run that host: what they are asked for, curl lines,
      configuration
  crosslink judge before.har --format json --out before.json
  crosslink compare before.json after.har --format markdown
      what a server change did, for a ticket

OPTIONS
  --regex <pattern>     the pattern of “Enable Real User Monitoring for
                        cross-origin XHR calls” to judge by (New RUM Experience
                        alone: the cross-origin URL pattern of frontend-backend
                        linking), as you would type it there; default: the one
                        that the page's agent has
  --agent-config <text> the page's data-dtconfig attribute; @file reads it from
                        a file. For HARs that hold no document (default: what
                        the HAR shows of the agent)
  --engine <name>       standard (default), chromium or firefox: whose rules
                        decide where browsers differ
  --format <name>       table (default), json, markdown, html; judge only:
                        junit. The JSON is described in docs/report-format.md
  --host <host>         only what concerns the owner of that host (judge only),
                        for example as html or markdown
  --route <routes>      today, cookies, header, or several with commas: routes
                        that the table shows and that --fail-on and junit look
                        at. Default: the table shows all, --fail-on and junit
                        look at header
  --fail-on <outcomes>  breaks, unlinked, unknown, cannot, links, or several
                        with commas: exit 1 when an endpoint has one of them
                        (compare: when it has one of them now and had not
                        before)
  --out <file>          write there instead of to standard output
  --raw                 keep cookies, tokens and x-dtc values, which are masked
                        otherwise
  --help, --version

EXIT CODES
  0  done
  1  an endpoint has an outcome that --fail-on names
  2  the command line is wrong
  3  a file could not be read (the others are judged all the same)

Colour is used on a terminal only, and not if NO_COLOR is set. Entries of a HAR
that are broken are named on standard error with their place; the others are
judged.
`;
