package insight.shell.part;

/** The portal's icons: one stroke, 16 × 16, drawn for it. They stand beside words, not for them. */
public enum Icons {
  HOME("<path d='M2.5 7.5 8 2.8l5.5 4.7M4 6.5v7h8v-7'/>"),
  CHART("<path d='M2.5 2.5v11h11M5 10.5l2.5-3.2 2 1.7 3.5-4.5'/>"),
  GEAR(
      "<circle cx='8' cy='8' r='2.2'/><path d='M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4'/>"),
  HELP(
      "<circle cx='8' cy='8' r='5.8'/><path d='M6.3 6.3a1.8 1.8 0 1 1 2.5 1.8c-.6.3-.8.6-.8 1.2M8 11.4v.1'/>"),
  MENU("<path d='M2.5 4.5h11M2.5 8h11M2.5 11.5h11'/>"),
  SEARCH("<circle cx='7' cy='7' r='4.3'/><path d='m10.3 10.3 3.2 3.2'/>"),
  RUNNING("<path d='M13.5 8A5.5 5.5 0 1 1 8 2.5'/>"),
  BELL("<path d='M4 11V7.2a4 4 0 0 1 8 0V11l1.2 1.5H2.8zM6.6 14.2h2.8'/>"),
  BELL_OFF(
      "<path d='M4 11V7.2c0-.9.3-1.7.8-2.4M7 3.4a4 4 0 0 1 5 3.8V11l1.2 1.5H6M2.5 2.5l11 11'/>"),
  MOON("<path d='M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z'/>"),
  SUN(
      "<circle cx='8' cy='8' r='2.8'/><path d='M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1'/>"),
  SCREEN("<rect x='2' y='3' width='12' height='8' rx='1.2'/><path d='M5.5 13.5h5M8 11v2.5'/>"),
  PERSON("<circle cx='8' cy='5.6' r='2.6'/><path d='M2.8 13.5c.6-2.6 2.6-4 5.2-4s4.6 1.4 5.2 4'/>"),
  PEOPLE("<circle cx='6' cy='8' r='3.8'/><circle cx='10' cy='8' r='3.8'/>"),
  PLUS("<path d='M8 3v10M3 8h10'/>"),
  CROSS("<path d='m4 4 8 8M12 4l-8 8'/>"),
  CHECK("<path d='m3.5 8.5 3 3 6-6.5'/>"),
  FINE("<circle cx='8' cy='8' r='5.8'/><path d='m5.4 8.2 1.9 1.9 3.4-3.8'/>"),
  FAILED("<circle cx='8' cy='8' r='5.8'/><path d='m5.9 5.9 4.2 4.2M10.1 5.9l-4.2 4.2'/>"),
  CRITICAL("<path d='M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4zM8 5v3.6M8 10.9v.1'/>"),
  WARNING("<path d='M8 2.3 14.2 13H1.8zM8 6.4v3.2M8 11.4v.1'/>"),
  INFO("<circle cx='8' cy='8' r='5.8'/><path d='M8 7.4v3.4M8 5.1v.1'/>"),
  CLOCK("<circle cx='8' cy='8' r='5.8'/><path d='M8 4.6V8l2.3 1.5'/>"),
  DATABASE(
      "<ellipse cx='8' cy='4' rx='5' ry='1.8'/><path d='M3 4v8c0 1 2.2 1.8 5 1.8s5-.8 5-1.8V4M3 8c0 1 2.2 1.8 5 1.8S13 9 13 8'/>"),
  CALENDAR(
      "<rect x='2.5' y='3.5' width='11' height='10' rx='1.5'/><path d='M2.5 6.5h11M5.5 2v3M10.5 2v3'/>"),
  GLOBE(
      "<circle cx='8' cy='8' r='5.8'/><path d='M2.2 8h11.6M8 2.2c3.6 3.4 3.6 8.2 0 11.6M8 2.2C4.4 5.6 4.4 10.4 8 13.8'/>"),
  MORE("<path d='M3.2 8h.1M8 8h.1M12.8 8h.1' stroke-width='2.2'/>"),
  CART("<path d='M1.8 2.8h1.8l1.6 7.4h7l1.4-5.2H4.2M6.2 13.2v.1M11.2 13.2v.1'/>"),
  MAIL("<rect x='2' y='3.5' width='12' height='9' rx='1.2'/><path d='m2.4 4.4 5.6 4.4 5.6-4.4'/>"),
  UNDO("<path d='M6 3 2.8 6.2 6 9.4M3 6.2h6.5a3.4 3.4 0 0 1 0 6.8H7'/>"),
  LOCK(
      "<rect x='3.5' y='7' width='9' height='6.5' rx='1.2'/><path d='M5.5 7V5a2.5 2.5 0 0 1 5 0v2'/>"),
  KEY("<circle cx='5.4' cy='10.6' r='2.9'/><path d='m7.5 8.5 5.7-5.7M10.6 5.4l2 2'/>"),
  EYE(
      "<path d='M1.8 8c1.4-2.6 3.5-4 6.2-4s4.8 1.4 6.2 4c-1.4 2.6-3.5 4-6.2 4S3.2 10.6 1.8 8z'/><circle cx='8' cy='8' r='1.8'/>"),
  DOWNLOAD("<path d='M8 2.5v7M5 6.8l3 3 3-3M2.8 13.2h10.4'/>"),
  UPLOAD("<path d='M8 10V2.8M5 5.6l3-3 3 3M2.8 13.2h10.4'/>"),
  UP("<path class='fill' d='m8 3 5 10H3z'/>"),
  DOWN("<path class='fill' d='m8 13 5-10H3z'/>"),
  CHEVRON_DOWN("<path d='m4 6.5 4 4 4-4'/>"),
  CHEVRON_LEFT("<path d='m9.5 4-4 4 4 4'/>"),
  CHEVRON_RIGHT("<path d='m6.5 4 4 4-4 4'/>"),
  COLUMNS("<rect x='2.5' y='3' width='11' height='10' rx='1.2'/><path d='M6.2 3v10M9.8 3v10'/>"),
  FILE("<path d='M4 1.8h5l3 3v9.4H4zM9 1.8v3h3'/>"),
  FLASK(
      "<path d='M6.2 2v4.2L3 12.4c-.4.9.2 1.6 1 1.6h8c.8 0 1.4-.7 1-1.6L9.8 6.2V2M5.4 2h5.2M4.6 9.8h6.8'/>"),
  COMPARE("<path d='M3 5.5h9.5L10 3M13 10.5H3.5L6 13'/>"),
  RETURN(
      "<path d='M13 5.5H5.5A2.5 2.5 0 0 0 3 8v0a2.5 2.5 0 0 0 2.5 2.5H12M9.8 8.2l2.4 2.3-2.4 2.3'/>"),
  STAR("<path d='m8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4-2.9-2.8 4-.6z'/>"),
  THUMB_UP(
      "<path d='M5.5 7 8 2.3c1 0 1.6.8 1.4 1.7L9 6h3.2c.9 0 1.5.8 1.3 1.6l-1 4.3c-.2.7-.7 1.1-1.4 1.1H5.5zM5.5 7H2.8v6h2.7'/>"),
  THUMB_DOWN(
      "<path d='M5.5 9 8 13.7c1 0 1.6-.8 1.4-1.7L9 10h3.2c.9 0 1.5-.8 1.3-1.6l-1-4.3C12.3 3.4 11.8 3 11.1 3H5.5zM5.5 9H2.8V3h2.7'/>"),
  EDIT("<path d='M3 13l.7-3L11 2.7l2.3 2.3-7.3 7.3z'/>"),
  LEAVE("<path d='M9.5 2.8h-6v10.4h6M6.5 8h7M11 5.3 13.7 8 11 10.7'/>"),
  PLAY("<path d='M5 3.2v9.6L12.5 8z'/>");

  private final String strokes;

  Icons(String strokes) {
    this.strokes = strokes;
  }

  /** A fresh icon of 16 px in the colour of the text around it. */
  public Drawing create() {
    return new Drawing("i", svg());
  }

  /** A fresh icon of 14 px. */
  public Drawing small() {
    Drawing drawing = create();
    drawing.addClassName("sm");
    return drawing;
  }

  String svg() {
    return "<svg viewBox='0 0 16 16'>" + strokes + "</svg>";
  }
}
