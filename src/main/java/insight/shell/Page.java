package insight.shell;

import insight.shell.part.Icons;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a view where it stands in the rail and what it is called. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Page {
  Stage stage();

  /** The text key of its name, in the rail and in the browser's title. */
  String title();

  /** Place within the stage; below nought the page belongs to the stage but is not in the rail. */
  int order() default -1;

  /** Only the pages of {@link Stage#HOME} show theirs. */
  Icons icon() default Icons.HOME;
}
