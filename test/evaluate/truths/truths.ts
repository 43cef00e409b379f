// True relations of the mathematics of machine learning, each with where it is from: relation | domains | source | hard.
import { CALCULUS_LINES } from './calculusTruths.js';

export interface Truth {
  readonly relation: string;
  readonly domains: string;
  readonly source: string;
  /** Tight, at a boundary, or where doubles overflow or cancel. */
  readonly isHard: boolean;
  /** Whether it speaks of more than sums, norms and functions of numbers. */
  readonly isCalculus: boolean;
}

const LINES = `
abs(dot(x,y)) <= norm(x)*norm(y) | x y:Rn | Cauchy 1821; Steele 2004, ch. 1 | hard
dot(x,y)^2 <= norm(x)^2*norm(y)^2 | x y:Rn | Steele 2004, ch. 1 | hard
norm(x+y) <= norm(x)+norm(y) | x y:Rn | Minkowski 1896; Horn & Johnson 2013, 5.1 | hard
norm1(x+y) <= norm1(x)+norm1(y) | x y:Rn | Horn & Johnson 2013, 5.1 | hard
norminf(x+y) <= norminf(x)+norminf(y) | x y:Rn | Horn & Johnson 2013, 5.1 | hard
norm(x) <= norm1(x) | x:Rn | Golub & Van Loan 2013, 2.2.6 |
norm1(x) <= sqrt(n)*norm(x) | x:Rn | Golub & Van Loan 2013, 2.2.5 | hard
norminf(x) <= norm(x) | x:Rn | Golub & Van Loan 2013, 2.2.6 |
norm(x) <= sqrt(n)*norminf(x) | x:Rn | Golub & Van Loan 2013, 2.2.6 | hard
norm1(x) <= n*norminf(x) | x:Rn | Golub & Van Loan 2013, 2.2.7 | hard
norm(x)^2 <= norm1(x)*norminf(x) | x:Rn | Hölder 1889; Horn & Johnson 2013, 5.4 | hard
abs(dot(x,y)) <= norm1(x)*norminf(y) | x y:Rn | Hölder 1889; Boyd & Vandenberghe 2004, A.1 | hard
norm(x+y)^2 = norm(x)^2 + 2*dot(x,y) + norm(y)^2 | x y:Rn | Axler 2015, 6.A |
norm(x+y)^2 + norm(x-y)^2 = 2*norm(x)^2 + 2*norm(y)^2 | x y:Rn | Jordan & von Neumann 1935 |
dot(x,y) = (norm(x+y)^2 - norm(x-y)^2)/4 | x y:Rn | Axler 2015, 6.A |
abs(norm(x)-norm(y)) <= norm(x-y) | x y:Rn | Rudin 1976, 1.37 | hard
2*dot(x,y) <= norm(x)^2 + norm(y)^2 | x y:Rn | Young 1912; Steele 2004 | hard
dot(x,y) <= t*norm(x)^2/2 + norm(y)^2/(2*t) | x y:Rn; t:+ | Young 1912; Nesterov 2018 | hard
norm(x+y)^2 <= 2*norm(x)^2 + 2*norm(y)^2 | x y:Rn | Nesterov 2018 | hard
norm(x+y)^2 <= (1+t)*norm(x)^2 + (1+1/t)*norm(y)^2 | x y:Rn; t:+ | Young 1912 | hard
norm(la*x+(1-la)*y)^2 = la*norm(x)^2 + (1-la)*norm(y)^2 - la*(1-la)*norm(x-y)^2 | x y:Rn; la:[01] | Bauschke & Combettes 2011, 2.15 |
norm(la*x+(1-la)*y) <= la*norm(x)+(1-la)*norm(y) | x y:Rn; la:[01] | Boyd & Vandenberghe 2004, 3.1.5 | hard
dot(x-z,y-z) = (norm(x-z)^2 + norm(y-z)^2 - norm(x-y)^2)/2 | x y z:Rn | Nesterov 2018, 2.1 |
normp(x,3) <= norm(x) | x:Rn | Hardy, Littlewood & Pólya 1934, 2.10 |
normp(x,4)^2 <= norm(x)*norminf(x) | x:Rn | Littlewood 1937, interpolation | hard
norm1(x)/(sqrt(n)*norm(x)) <= 1 | x:+n | Hurley & Rickard 2009, IV | hard
(sum(i,n,x[i]))^2 <= n*sum(i,n,x[i]^2) | x:Rn | Cauchy 1821; Steele 2004 | hard
sum(i,n,(x[i]-mean(x))^2) = sum(i,n,x[i]^2) - n*mean(x)^2 | x:Rn | Casella & Berger 2002, 5.2.4 |
Var(x) = mean(had(x,x)) - mean(x)^2 | x:Rn | Casella & Berger 2002, 2.3 |
Var(x) >= 0 | x:Rn | Casella & Berger 2002, 2.3 |
mean(x)^2 <= mean(had(x,x)) | x:Rn | Jensen 1906 | hard
sum(i,n,sum(j,n,(x[i]-x[j])^2)) = 2*n^2*Var(x) | x:Rn | Hoeffding 1948 |
sum(i,n,(x[i]-mean(x))^2) <= sum(i,n,(x[i]-t)^2) | x:Rn; t:R | Legendre 1805; Casella & Berger 2002, 5.2.4 | hard
Var(x) <= (maxof(i,n,x[i])-minof(i,n,x[i]))^2/4 | x:Rn | Popoviciu 1935 | hard
prod(i,n,x[i])^(1/n) <= mean(x) | x:+n | Steele 2004, ch. 2 | hard
n/sum(i,n,1/x[i]) <= prod(i,n,x[i])^(1/n) | x:+n | Steele 2004, ch. 2 | hard
n^2 <= sum(i,n,x[i])*sum(i,n,1/x[i]) | x:+n | Steele 2004, ch. 1 | hard
sum(i,n,a[i])^2/sum(i,n,b[i]) <= sum(i,n,a[i]^2/b[i]) | a b:+n | Sedrakyan 1997; Bergström 1949 | hard
log(mean(x)) >= mean(log(x)) | x:+n | Jensen 1906 | hard
sqrt(sum(i,n,x[i])) <= sum(i,n,sqrt(x[i])) | x:+n | Steele 2004 |
maxof(i,n,x[i]) <= log(sum(i,n,exp(x[i]))) | x:Rn | Boyd & Vandenberghe 2004, 3.1.5 | hard
log(sum(i,n,exp(x[i]))) <= maxof(i,n,x[i]) + log(n) | x:Rn | Boyd & Vandenberghe 2004, 3.1.5 | hard
log(sum(i,n,exp(x[i]+t))) = t + log(sum(i,n,exp(x[i]))) | x:Rn; t:R | Goodfellow, Bengio & Courville 2016, 4.1 | hard
log(sum(i,n,exp(x[i]))) >= mean(x) + log(n) | x:Rn | Jensen 1906 | hard
exp(x[1])/sum(i,n,exp(x[i])) = 1/sum(i,n,exp(x[i]-x[1])) | x:Rn | Goodfellow, Bengio & Courville 2016, 4.1 | hard
log(exp(x[1])/sum(i,n,exp(x[i]))) = x[1] - log(sum(i,n,exp(x[i]))) | x:Rn | Bishop 2006, 4.3.4 | hard
sum(i,n,exp(x[i])/sum(j,n,exp(x[j]))) = 1 | x:Rn | Bishop 2006, 4.3.4 | hard
KL(p,q) >= 0 | p q:Dn | Gibbs; Cover & Thomas 2006, 2.6.3 | hard
KL(p,q) >= norm1(p-q)^2/2 | p q:Dn | Pinsker 1964; Csiszár 1967 | hard
norm1(p-q) <= sqrt(2*KL(p,q)) | p q:Dn | Pinsker 1964 | hard
KL(p,q) >= sum(i,n,(sqrt(p[i])-sqrt(q[i]))^2) | p q:Dn | Tsybakov 2009, 2.4 | hard
KL(p,q) <= log(sum(i,n,p[i]^2/q[i])) | p q:Dn | Tsybakov 2009, 2.7 | hard
KL(p,q) <= sum(i,n,(p[i]-q[i])^2/q[i]) | p q:Dn | Tsybakov 2009, 2.7 | hard
sum(i,n,(p[i]-q[i])^2/q[i]) = sum(i,n,p[i]^2/q[i]) - 1 | p q:Dn | Tsybakov 2009, 2.4 | hard
-sum(i,n,p[i]*log(p[i])) <= log(n) | p:Dn | Cover & Thomas 2006, 2.6.4 | hard
-sum(i,n,p[i]*log(p[i])) >= 0 | p:Dn | Cover & Thomas 2006, 2.1.1 | hard
-sum(i,n,p[i]*log(p[i])) >= 1 - sum(i,n,p[i]^2) | p:Dn | Topsøe 2001 | hard
-log(sum(i,n,p[i]^2)) <= -sum(i,n,p[i]*log(p[i])) | p:Dn | Rényi 1961 | hard
-log(maxof(i,n,p[i])) <= -log(sum(i,n,p[i]^2)) | p:Dn | Rényi 1961 | hard
-sum(i,n,p[i]*log(q[i])) = KL(p,q) - sum(i,n,p[i]*log(p[i])) | p q:Dn | Cover & Thomas 2006, 5.4 |
-sum(i,n,p[i]*log(q[i])) >= -sum(i,n,p[i]*log(p[i])) | p q:Dn | Gibbs; MacKay 2003, 2.6 | hard
1/n <= sum(i,n,p[i]^2) | p:Dn | Simpson 1949 | hard
sum(i,n,p[i]^2) <= maxof(i,n,p[i]) | p:Dn | Rényi 1961 | hard
1 - sum(i,n,p[i]^2) = sum(i,n,p[i]*(1-p[i])) | p:Dn | Breiman et al. 1984, Gini index |
norm1(p-q)/2 = sum(i,n,pos(p[i]-q[i])) | p q:Dn | Levin & Peres 2017, 4.2 |
norm1(p-q)/2 = 1 - sum(i,n,min(p[i],q[i])) | p q:Dn | Levin & Peres 2017, 4.7 |
norm1(p-q) <= 2 | p q:Dn | Levin & Peres 2017, 4.2 | hard
sum(i,n,(sqrt(p[i])-sqrt(q[i]))^2) <= norm1(p-q) | p q:Dn | Le Cam 1986; Tsybakov 2009, 2.3 | hard
norm1(p-q)^2 <= 4*sum(i,n,(sqrt(p[i])-sqrt(q[i]))^2) | p q:Dn | Le Cam 1986 | hard
sum(i,n,(sqrt(p[i])-sqrt(q[i]))^2) = 2 - 2*sum(i,n,sqrt(p[i]*q[i])) | p q:Dn | Bhattacharyya 1943 |
KL(p,(p+q)/2) <= log(2) | p q:Dn | Lin 1991 | hard
norm(p) <= 1 | p:Dn | Boyd & Vandenberghe 2004, 2.2 | hard
norm(p-q)^2 <= 2 | p q:Dn | Duchi 2008 | hard
sum(i,n,p[i]*x[i]) <= maxof(i,n,x[i]) | p:Dn; x:Rn | Boyd & Vandenberghe 2004, 2.1 | hard
sum(i,n,p[i]*x[i]) - sum(i,n,p[i]*log(p[i])) <= log(sum(i,n,exp(x[i]))) | p:Dn; x:Rn | Donsker & Varadhan 1975 | hard
sum(i,n,p[i]*x[i])^2 <= sum(i,n,p[i]*x[i]^2) | p:Dn; x:Rn | Jensen 1906 | hard
exp(sum(i,n,p[i]*x[i])) <= sum(i,n,p[i]*exp(x[i])) | p:Dn; x:Rn | Jensen 1906 | hard
sum(i,n,p[i]*(x[i]-sum(j,n,p[j]*x[j]))^2) = sum(i,n,p[i]*x[i]^2) - sum(i,n,p[i]*x[i])^2 | p:Dn; x:Rn | Casella & Berger 2002, 2.3 |
log(t) <= t - 1 | t:+ | Steele 2004, ch. 6 | hard
1 - 1/t <= log(t) | t:+ | Cover & Thomas 2006, 2.6 | hard
exp(x) >= 1 + x | x:R | Steele 2004, ch. 6 | hard
exp(-x) >= 1 - x | x:R | Motwani & Raghavan 1995, B | hard
1 - x <= exp(-x) | x:[01] | Motwani & Raghavan 1995, B |
exp(x) <= 1 + x + x^2 | x:[01] | Mitzenmacher & Upfal 2005 |
(1+x)^k >= 1 + k*x | x:+; k:N+ | Bernoulli 1689 | hard
cosh(x) <= exp(x^2/2) | x:R | Hoeffding 1963 | hard
(exp(x)+exp(-x))/2 = cosh(x) | x:R | Abramowitz & Stegun 1964, 4.5.2 |
cosh(x)^2 - sinh(x)^2 = 1 | x:R | Abramowitz & Stegun 1964, 4.5.16 | hard
tanh(x) = 2*sigma(2*x) - 1 | x:R | Bishop 2006, 5.1 |
sigma(-x) = 1 - sigma(x) | x:R | Bishop 2006, 4.2 |
sigma(x) = (1+tanh(x/2))/2 | x:R | Goodfellow, Bengio & Courville 2016, 6.3.2 |
sigma(x) = exp(x)/(1+exp(x)) | x:R | Bishop 2006, 4.2 | hard
log(sigma(x)/(1-sigma(x))) = x | x:R | Bishop 2006, 4.2 | hard
sigma(x)*(1-sigma(x)) <= 1/4 | x:R | Bishop 2006, 4.88 | hard
-log(sigma(x)) = log(1+exp(-x)) | x:R | Goodfellow, Bengio & Courville 2016, 3.10 | hard
log(1+exp(x)) = x + log(1+exp(-x)) | x:R | Goodfellow, Bengio & Courville 2016, 3.10 | hard
log(1+exp(x)) - log(1+exp(-x)) = x | x:R | Goodfellow, Bengio & Courville 2016, 3.10 | hard
max(x,0) <= log(1+exp(x)) | x:R | Dugas et al. 2001 | hard
log(1+exp(x)) <= max(x,0) + log(2) | x:R | Dugas et al. 2001 | hard
log(1+exp(x)) >= x/2 + log(2) | x:R | Jaakkola & Jordan 2000 | hard
tanh(x)^2 <= x^2 | x:R | Abramowitz & Stegun 1964, 4.5 | hard
abs(tanh(x)-tanh(y)) <= abs(x-y) | x y:R | LeCun et al. 1998 | hard
abs(sigma(x)-sigma(y)) <= abs(x-y)/4 | x y:R | Bishop 2006, 4.88 | hard
abs(max(x,0)-max(y,0)) <= abs(x-y) | x y:R | Nair & Hinton 2010 | hard
max(x,0) = (x+abs(x))/2 | x:R | Glorot, Bordes & Bengio 2011 |
max(x,0) - max(-x,0) = x | x:R | Shang et al. 2016 |
max(x,y) = (x+y+abs(x-y))/2 | x y:R | Knuth 1997, 1.2 |
max(x,y) + min(x,y) = x + y | x y:R | Knuth 1997, 1.2 |
abs(x+y) <= abs(x)+abs(y) | x y:R | Rudin 1976, 1.33 | hard
abs(abs(x)-abs(y)) <= abs(x-y) | x y:R | Rudin 1976, 1.33 | hard
abs(x*y) = abs(x)*abs(y) | x y:R | Rudin 1976, 1.33 |
x*y <= (x^2+y^2)/2 | x y:R | Steele 2004, ch. 1 | hard
sqrt(x*y) <= (x+y)/2 | x y:+ | Steele 2004, ch. 2 | hard
2/(1/x+1/y) <= sqrt(x*y) | x y:+ | Steele 2004, ch. 8 | hard
(x+y)/2 <= sqrt((x^2+y^2)/2) | x y:+ | Steele 2004, ch. 8 | hard
(x-y)/log(x/y) <= (x+y)/2 | x:>1; y:01 | Carlson 1972, logarithmic mean |
x^la*y^(1-la) <= la*x + (1-la)*y | x y:+; la:01 | Young 1912; Boyd & Vandenberghe 2004, 3.1.9 | hard
sqrt(x+y) <= sqrt(x)+sqrt(y) | x y:+ | Steele 2004 |
abs(sqrt(x)-sqrt(y)) <= sqrt(abs(x-y)) | x y:+ | Tsybakov 2009 | hard
x^2 - y^2 = (x-y)*(x+y) | x y:R | Euclid, Elements II.5 |
x^3 - y^3 = (x-y)*(x^2+x*y+y^2) | x y:R | Knuth 1997, 1.2.3 |
(x+y)^3 = x^3 + 3*x^2*y + 3*x*y^2 + y^3 | x y:R | Pascal 1665 |
(x^2+y^2)*(a^2+b^2) = (x*a-y*b)^2 + (x*b+y*a)^2 | x y a b:R | Brahmagupta 628 |
sin(x)^2 + cos(x)^2 = 1 | x:R | Abramowitz & Stegun 1964, 4.3.10 |
sin(x+y) = sin(x)*cos(y) + cos(x)*sin(y) | x y:R | Abramowitz & Stegun 1964, 4.3.16 |
cos(x-y) = cos(x)*cos(y) + sin(x)*sin(y) | x y:R | Abramowitz & Stegun 1964, 4.3.17 |
cos(2*x) = 1 - 2*sin(x)^2 | x:R | Abramowitz & Stegun 1964, 4.3.25 |
sin(2*x) = 2*sin(x)*cos(x) | x:R | Abramowitz & Stegun 1964, 4.3.24 |
1 - cos(x) = 2*sin(x/2)^2 | x:R | Abramowitz & Stegun 1964, 4.3.25 | hard
1 - cos(x) <= x^2/2 | x:R | Steele 2004 | hard
abs(sin(x)) <= abs(x) | x:R | Archimedes; Steele 2004 | hard
sin(x) < x | x:+ | Archimedes |
x < tan(x) | x:[0pi] | Archimedes |
tan(x) = sin(x)/cos(x) | x:[0pi] | Abramowitz & Stegun 1964, 4.3.4 |
arctan(x) <= x | x:+ | Abramowitz & Stegun 1964, 4.4 |
arctan(x) + arctan(1/x) = pi/2 | x:+ | Abramowitz & Stegun 1964, 4.4.8 |
sum(i,k,i) = k*(k+1)/2 | k:N+ | Gauss; Knuth 1997, 1.2.1 |
sum(i,k,i^2) = k*(k+1)*(2*k+1)/6 | k:N+ | Archimedes; Knuth 1997, 1.2.3 |
sum(i,k,i^3) = (sum(i,k,i))^2 | k:N+ | Nicomachus |
sum(i,k,2*i-1) = k^2 | k:N+ | Knuth 1997, 1.2.1 |
sum(i,k,1/(i*(i+1))) = k/(k+1) | k:N+ | Leibniz; Knuth 1997, 1.2.3 |
sum(i,k,x^i,0) = (1-x^(k+1))/(1-x) | k:N+; x:01 | Euclid IX.35; Graham, Knuth & Patashnik 1994, 2.25 |
sum(i,k,i*x^(i-1)) = (1-(k+1)*x^k+k*x^(k+1))/(1-x)^2 | k:N+; x:01 | Graham, Knuth & Patashnik 1994, 2.26 |
log(k+1) <= sum(i,k,1/i) | k:N+ | Euler 1740; Graham, Knuth & Patashnik 1994, 6.3 |
sum(i,k,1/i) <= 1 + log(k) | k:N+ | Graham, Knuth & Patashnik 1994, 6.3 | hard
sum(i,k,1/sqrt(i)) <= 2*sqrt(k) | k:N+ | Zinkevich 2003; Hazan 2016 |
sum(i,k,1/i^2) <= 2 - 1/k | k:N+ | Knuth 1997, 1.2.7 | hard
prod(i,k,1-1/i,2) = 1/k | k:N2 | Graham, Knuth & Patashnik 1994 |
prod(i,k,1+x) = (1+x)^k | k:N+; x:R | Knuth 1997, 1.2.3 |
k^k <= prod(i,k,i)*exp(k) | k:N+ | Stirling 1730; Knuth 1997, 1.2.5 |
2^(k-1) <= prod(i,k,i) | k:N+ | Knuth 1997, 1.2.5 | hard
(1-1/k)^k <= exp(-1) | k:N2 | Motwani & Raghavan 1995, B |
(1+1/k)^k <= exp(1) | k:N+ | Bernoulli 1683 |
sum(i,n,x[i]*y[i]) <= sqrt(sum(i,n,x[i]^2))*sqrt(sum(i,n,y[i]^2)) | x y:Rn | Cauchy 1821 | hard
sum(i,n,sum(j,n,x[i]*x[j])) = (sum(i,n,x[i]))^2 | x:Rn | Graham, Knuth & Patashnik 1994, 2.4 |
2*sumc(i,j,x[i]*x[j]) = (sum(i,n,x[i]))^2 - sum(i,n,x[i]^2) | x:Rn | Rendle 2010 | hard
sumc(i,j,(x[i]-x[j])^2) = n*sum(i,n,x[i]^2) - (sum(i,n,x[i]))^2 | x:Rn | Lagrange 1773 | hard
sumc(i,j,(x[i]*y[j]-x[j]*y[i])^2) = norm(x)^2*norm(y)^2 - dot(x,y)^2 | x y:Rn | Lagrange 1773 | hard
maxof(i,n,x[i]) <= norminf(x) | x:Rn | Golub & Van Loan 2013, 2.2 | hard
-norminf(x) <= minof(i,n,x[i]) | x:Rn | Golub & Van Loan 2013, 2.2 | hard
norm1(x) - abs(sum(i,n,x[i])) >= 0 | x:Rn | Horn & Johnson 2013, 5.1 | hard
sum(i,n,x[i]^2) <= sum(i,n,x[i]) | x:[01]n | Schur; Steele 2004 | hard
prod(i,n,1-x[i]) >= 1 - sum(i,n,x[i]) | x:[01]n | Weierstrass; Bernoulli | hard
prod(i,n,1-x[i]) <= exp(-sum(i,n,x[i])) | x:[01]n | Motwani & Raghavan 1995, B | hard
dot(u,v) <= 1 | u v:Un | Cauchy 1821 | hard
norm(u-v)^2 = 2 - 2*dot(u,v) | u v:Un | Wang & Isola 2020 |
norm(u) = 1 | u:Un | Golub & Van Loan 2013, 2.2 |
abs(dot(u,x)) <= norm(x) | u:Un; x:Rn | Golub & Van Loan 2013, 2.2 | hard
norm(x-dot(u,x)*u)^2 = norm(x)^2 - dot(u,x)^2 | u:Un; x:Rn | Pythagoras; Strang 2016, 4.2 |
norm1(u) <= sqrt(n) | u:Un | Hoyer 2004 | hard
norm1(u) >= 1 | u:Un | Hoyer 2004 | hard
norm(A*x) <= normF(A)*norm(x) | A:Rmn; x:Rn | Golub & Van Loan 2013, 2.3.7 | hard
normF(A+B) <= normF(A)+normF(B) | A B:Rmn | Golub & Van Loan 2013, 2.3 | hard
normF(A*B) <= normF(A)*normF(B) | A B:Rnn | Golub & Van Loan 2013, 2.3 | hard
normF(A)^2 = sum(i,m,sum(j,n,A[i,j]^2)) | A:Rmn | Golub & Van Loan 2013, 2.3.1 |
normF(T(A)) = normF(A) | A:Rmn | Golub & Van Loan 2013, 2.3 |
T(A*B) = T(B)*T(A) | A B:Rnn | Strang 2016, 2.7 |
T(A+B) = T(A)+T(B) | A B:Rnn | Strang 2016, 2.7 |
A*(B+C) = A*B + A*C | A B C:Rnn | Strang 2016, 2.4 |
dot(A*x,y) = dot(x,T(A)*y) | A:Rnn; x y:Rn | Strang 2016, 2.7 |
norm(Q*x) = norm(x) | Q:On; x:Rn | Golub & Van Loan 2013, 2.1 |
dot(Q*x,Q*y) = dot(x,y) | Q:On; x y:Rn | Golub & Van Loan 2013, 2.1 |
T(x)*S*x >= 0 | S:PSDn; x:Rn | Boyd & Vandenberghe 2004, A.5 | hard
dot(x,S*y) = dot(y,S*x) | S:Sn; x y:Rn | Strang 2016, 6.4 |
(T(x)*S*y)^2 <= (T(x)*S*x)*(T(y)*S*y) | S:PSDn; x y:Rn | Schwarz 1888; Horn & Johnson 2013, 7.1 | hard
norm(A*x)^2 = T(x)*T(A)*A*x | A:Rmn; x:Rn | Strang 2016, 4.3 |
det(A*B) = det(A)*det(B) | A B:Rnn | Cauchy 1812; Strang 2016, 5.1 |
det(T(A)) = det(A) | A:Rnn | Strang 2016, 5.1 |
tr(A*B) = tr(B*A) | A B:Rnn | Strang 2016, 6.1 |
tr(T(A)*B) = sum(i,n,sum(j,n,A[i,j]*B[i,j])) | A B:Rnn | Petersen & Pedersen 2012 |
tr(A+B) = tr(A)+tr(B) | A B:Rnn | Petersen & Pedersen 2012, 1.1 |
-log(p) >= 1 - p | p:01 | Zhang & Sabuncu 2018 |
(1-p^q)/q <= -log(p) | p q:01 | Zhang & Sabuncu 2018 |
-(1-p)^2*log(p) <= -log(p) | p:01 | Lin et al. 2017, focal loss |
-log(ga+(1-ga)*p)/(1-ga) <= -log(p) | p ga:01 | Ji et al. 2023, TaiLr |
-log(ga+(1-ga)*p)/(1-ga) >= 1 - p | p ga:01 | Ji et al. 2023, TaiLr |
-p*log(p) - (1-p)*log(1-p) <= log(2) | p:01 | Cover & Thomas 2006, 2.1 | hard
4*p*(1-p) <= 1 | p:[01] | Cover & Thomas 2006 | hard
p*(1-p) = 1/4 - (p-1/2)^2 | p:[01] | Casella & Berger 2002 |
-p*log(p) - (1-p)*log(1-p) >= 4*p*(1-p)*log(2) | p:01 | Topsøe 2001 | hard
p*log(p/q) + (1-p)*log((1-p)/(1-q)) >= 2*(p-q)^2 | p q:01 | Pinsker 1964 | hard
max(0,1-x) >= ind(-x) | x:R | Bartlett, Jordan & McAuliffe 2006 | hard
log2(1+exp(-x)) >= ind(-x) | x:R | Bartlett, Jordan & McAuliffe 2006 | hard
exp(-x) >= max(0,1-x) | x:R | Bartlett, Jordan & McAuliffe 2006 | hard
(1-x)^2 >= ind(-x) | x:R | Bartlett, Jordan & McAuliffe 2006 | hard
t^2*x^2/2 - t*x + 1/2 >= 0 | t x:R | Nesterov 2018 | hard
(1-al)*x + al*y = x + al*(y-x) | x y al:R | Polyak & Juditsky 1992 |
al*sum(i,k,(1-al)^(i-1)) = 1 - (1-al)^k | al:01; k:N+ | Kingma & Ba 2015 |
exp(-(x-y)^2/2) = exp(-x^2/2)*exp(x*y)*exp(-y^2/2) | x y:R | Rahimi & Recht 2007 | hard
cos(a-b) = cos(a)*cos(b)+sin(a)*sin(b) | a b:R | Su et al. 2021, RoFormer |
(x*cos(th)-y*sin(th))^2 + (x*sin(th)+y*cos(th))^2 = x^2 + y^2 | x y th:R | Su et al. 2021, RoFormer |
floor(x) <= x | x:R | Graham, Knuth & Patashnik 1994, 3.1 | hard
x < floor(x) + 1 | x:R | Graham, Knuth & Patashnik 1994, 3.1 |
ceil(x) = -floor(-x) | x:R | Graham, Knuth & Patashnik 1994, 3.4 |
floor(x) + floor(y) <= floor(x+y) | x y:R | Graham, Knuth & Patashnik 1994, 3.2 | hard
`;

export const TRUTHS: readonly Truth[] = [
  ...truthsIn(LINES, false),
  ...truthsIn(CALCULUS_LINES, true),
];

function truthsIn(lines: string, isCalculus: boolean): readonly Truth[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [relation = '', domains = '', source = '', hard = ''] = line
        .split('|')
        .map((part) => part.trim());
      return { relation, domains, source, isHard: hard === 'hard', isCalculus };
    });
}
