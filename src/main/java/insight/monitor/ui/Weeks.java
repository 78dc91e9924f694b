package insight.monitor.ui;

import insight.monitor.Course;
import java.util.List;

/** Steps of a course that can be held against each other. */
final class Weeks {
  private Weeks() {}

  /** All steps but a first one that is shorter than the others. */
  static List<Course.Step> whole(Course course) {
    List<Course.Step> steps = course.steps();
    boolean ragged =
        steps.size() > 1 && steps.get(0).period().days() < steps.get(1).period().days();
    return ragged ? steps.subList(1, steps.size()) : steps;
  }
}
