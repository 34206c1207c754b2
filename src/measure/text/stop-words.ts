/** English stop words, including those of patent drafting. */
export const stopWords: ReadonlySet<string> = new Set(
  `about above according accordingly after against all also although always among an and another any are as at based be because been before
  being below between both but by can claim claimed claims comprise comprised comprises comprising consist consisting could described
  disclosed disclosure discloses during each either embodiment embodiments etc every example examples first for from further furthermore had
  has have having hence herein hereinafter how however if in include included includes including into invention is it its least made may more
  moreover most must no not of on one only or other others over per plural plurality preferably present provide provided provides providing
  relates respect respective respectively said same second several should since so some such than that the their them then there thereby
  therefore therefrom therein thereof thereon thereto these they third this those through thus to two under up upon use used uses using
  various very via was well were what when where whereas whereby wherein whether which while who whose will with within without would`
    .trim()
    .split(/\s+/),
);
