package insight.shell;

/** A stage's word on how it is, brought by a bean of its {@code ui} door. Quick to answer. */
public interface StageState {
  Stage stage();

  Sign sign();
}
