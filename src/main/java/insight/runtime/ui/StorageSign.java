package insight.runtime.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import insight.runtime.Storage;
import insight.runtime.StorageChanged;
import insight.shell.Frames;
import insight.shell.NavbarItem;
import insight.shell.part.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Says in the top bar of every page that nothing new is stored, while the storage is full. */
@ApplicationScoped
public class StorageSign implements NavbarItem {
  @Inject Storage storage;
  @Inject Frames frames;

  @Override
  public int order() {
    return 0;
  }

  @Override
  public Component create() {
    Div sign = new Div();
    sign.addClassName("storage-full");
    sign.getElement().setAttribute("role", "alert");
    refresh(sign);
    return sign;
  }

  @Override
  public void refresh(Component created) {
    boolean full = storage.full();
    created.setVisible(full);
    if (created instanceof Div sign && full) {
      sign.setText(Words.of("runtime.storage.sign"));
      sign.setTitle(Words.of("runtime.storage.sign.what"));
    }
  }

  void onChange(@Observes StorageChanged event) {
    frames.refresh();
  }
}
