package io.gongbi.server.command;

import io.gongbi.fault.FaultException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code gongbi COMMAND}. Ends with 0 when done, 1 when something is to be mended by whoever runs
 * it, 2 when the command itself was mistyped, 3 when the program is at fault, 130 when somebody
 * stopped it.
 */
@Command(
    name = "gongbi",
    resourceBundle = "io.gongbi.server.command.help",
    subcommands = {
      Demo.class,
      Serve.class,
      Import.class,
      Refresh.class,
      Export.class,
      WarmUp.class
    },
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {
  static final int MENDABLE = 1;
  static final int BUG = 3;

  /** As of a process that Ctrl+C ended, also where the work was stopped in the browser. */
  static final int STOPPED = 130;

  /** As the jar that runs says. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"gongbi " + (version == null ? "from source" : version)};
    }
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((e, line, parsed) -> tell(e, line.getErr()))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    System.err.println(Words.say("command.none-given"));
    return CommandLine.ExitCode.USAGE;
  }

  /** Faults are told as sentences; anything else is a bug and shown whole. */
  private static int tell(Exception e, PrintWriter err) {
    if (e instanceof FaultException faults) {
      faults.faults().forEach(fault -> err.println(Words.say(fault)));
      err.flush();
      return MENDABLE;
    }
    if (e instanceof Refused || e instanceof Stopped) {
      err.println(e.getMessage());
      err.flush();
      return e instanceof Stopped ? STOPPED : MENDABLE;
    }
    err.println(Words.say("command.bug"));
    e.printStackTrace(err);
    err.flush();
    return BUG;
  }
}
